/*
 * flow.c - flows from sources to targets: a Sankey diagram.
 *
 * A node stands in the column of the longest path to it from a source.  Heights are in proportion to amounts; a node is
 * as high as the larger of what comes in and what goes out.  Links are stacked at both ends in the order of the nodes
 * there.  In a column, nodes are in the order that the options say, else the sources by their amounts, the others by
 * the mean place of where they come from.
 */
#include "report/core/draw.h"

#include "num/sort.h"

#define NODE_WIDTH 16
#define GAP 12
#define MOST_WITHOUT_GROWTH 14	/* nodes in a column */
#define PITCH 30
#define TWO_LINES 30			/* pixels of a node beside which are two */
#define MOST_NODES 1000

typedef struct Node
{
	double		in;
	double		out;
	double		y;
	double		height;
	double		used_in;		/* where the next link comes in, and goes out */
	double		used_out;
	double		mean;			/* place of what comes in */
	int			level;
	int			name;
	int			place;			/* in its column */
	int			wish;
	int			raised_by;		/* the link that its level is of */
} Node;

typedef struct Link
{
	double		amount;
	int			source;			/* nodes */
	int			target;
} Link;

typedef struct Flow
{
	Node	   *node;
	Link	   *link;
	int			nnodes;
	int			nlinks;
	int			nlevels;
	int			most;			/* nodes in a column */
	double		scale;
	double		gap;
} Flow;

/* Links with the same ends are one: marks are in order of their names. */
static void
collect(CvDrawing *d, Flow *f)
{
	const CvChart *c = d->chart;
	bool	   *wanted = c->alloc((size_t) c->nnames + 1);
	int		   *place;
	double		unit = cv_decimal_unit(&c->mark[0].y, c->n, CV_MARK_STRIDE);

	memset(wanted, 1, (size_t) c->nnames + 1);
	place = cv_name_places(d, wanted);
	f->node = c->alloc(((size_t) c->nnames + 1) * sizeof(Node));
	f->link = c->alloc(2 * (size_t) c->n * sizeof(Link));
	f->nnodes = c->nnames;
	f->nlinks = 0;
	memset(f->node, 0, (size_t) c->nnames * sizeof(Node));
	for (int i = 0; i < c->nnames; i++)
	{
		f->node[i].name = i;
		f->node[i].wish = place[i];
	}
	for (int i = 0; i < c->n; i++)
	{
		const CvMark *mark = &c->mark[i];
		Link	   *last = f->link + f->nlinks - 1;

		if (f->nlinks > 0 && last->source == (int) mark->a && last->target == (int) mark->b)
			last->amount += mark->y;
		else
			f->link[f->nlinks++] = (Link) {mark->y, (int) mark->a, (int) mark->b};
	}
	/* Sums of cents are cents. */
	for (int i = 0; i < f->nlinks; i++)
	{
		Link	   *l = &f->link[i];

		l->amount = cv_decimal_sum(l->amount, unit);
		f->node[l->source].out += l->amount;
		f->node[l->target].in += l->amount;
	}
}

/* A complaint about the first mark of a link. */
static bool
complain_of_cycle(CvDrawing *d, const Link *l)
{
	d->chart->complaint = "flows go in a cycle";
	d->chart->remedy = "Leave out flows that go back, or name the steps apart, as in \"shop, again\".";
	for (int k = d->chart->n - 1; k >= 0; k--)
	{
		if ((int) d->chart->mark[k].a == l->source && (int) d->chart->mark[k].b == l->target)
			d->chart->about = k;
	}
	return false;
}

/* Longest paths, round by round; false where there is a cycle, with one of its flows. */
static bool
set_levels(CvDrawing *d, Flow *f)
{
	int			round = 0;
	bool		changed = true;

	for (; changed && round <= f->nnodes; round++)
	{
		changed = false;
		for (int i = 0; i < f->nlinks; i++)
		{
			Node	   *source = &f->node[f->link[i].source];
			Node	   *target = &f->node[f->link[i].target];

			CV_BREATHE_OFTEN(i);
			if (f->link[i].source == f->link[i].target)
				return complain_of_cycle(d, &f->link[i]);
			if (target->level > source->level)
				continue;
			target->level = source->level + 1;
			target->raised_by = i;
			changed = true;
			/* So many steps back from here is in the cycle, which may not go through here. */
			if (round == f->nnodes)
			{
				for (int k = 0; k < f->nnodes; k++)
					i = f->node[f->link[i].source].raised_by;
				return complain_of_cycle(d, &f->link[i]);
			}
		}
	}
	f->nlevels = 0;
	for (int i = 0; i < f->nnodes; i++)
		f->nlevels = f->node[i].level + 1 > f->nlevels ? f->node[i].level + 1 : f->nlevels;
	return true;
}

static double
size_of(const Node *node)
{
	return fmax(node->in, node->out);
}

/* Which node stands above: of a wish, of the mean place, of the amount, of the bytes of the name. */
typedef struct Rank
{
	double		mean;
	double		size;
	int			wish;
	int			i;
} Rank;

static inline bool
is_above(const Rank *a, const Rank *b)
{
	if (a->wish != b->wish)
		return a->wish < b->wish;
	if (fabs(a->mean - b->mean) > CV_NEAR)
		return a->mean < b->mean;
	return a->size != b->size ? a->size > b->size : a->i < b->i;
}

#define IS_ABOVE(a, b) is_above(&(a), &(b))
CV_DEFINE_SORT(sort_ranks, Rank, IS_ABOVE)

/* The places of the nodes of a column, those before it having theirs; how many there are. */
static int
order_column(CvDrawing *d, Flow *f, int level, Rank *rank)
{
	int			n = 0;

	for (int i = 0; i < f->nlinks; i++)
	{
		const Link *l = &f->link[i];

		if (f->node[l->target].level == level && f->node[l->target].in > 0)
			f->node[l->target].mean += f->node[l->source].place * (l->amount / f->node[l->target].in);
	}
	for (int i = 0; i < f->nnodes; i++)
	{
		if (f->node[i].level == level)
			rank[n++] = (Rank) {f->node[i].mean, size_of(&f->node[i]), d->options->norder > 0 ? f->node[i].wish : 0, i};
	}
	sort_ranks(rank, rank + n, n);
	for (int i = 0; i < n; i++)
		f->node[rank[i].i].place = i;
	return n;
}

/* Height and place of each node: columns are centred. */
static void
place_nodes(CvDrawing *d, Flow *f, Rank *rank)
{
	double		largest = 0;
	double		height = d->bottom - d->top;

	for (int level = 0; level < f->nlevels; level++)
	{
		double		sum = 0;

		for (int i = 0; i < f->nnodes; i++)
			sum += f->node[i].level == level ? size_of(&f->node[i]) : 0;
		largest = fmax(largest, sum);
	}
	f->gap = fmin(GAP, height / 2 / f->most);
	f->scale = largest > 0 ? (height - f->gap * (f->most - 1)) / largest : 0;
	for (int level = 0; level < f->nlevels; level++)
	{
		int			n = 0;
		double		used = 0;
		double		y;

		for (int i = 0; i < f->nnodes; i++)
		{
			if (f->node[i].level != level)
				continue;
			rank[f->node[i].place].i = i;
			used += size_of(&f->node[i]) * f->scale;
			n++;
		}
		y = d->top + (height - used - f->gap * (n - 1)) / 2;
		for (int i = 0; i < n; i++)
		{
			Node	   *node = &f->node[rank[i].i];

			node->height = size_of(node) * f->scale;
			node->y = node->used_in = node->used_out = y;
			y += node->height + f->gap;
		}
	}
}

static double
x_of_level(const CvDrawing *d, const Flow *f, int level)
{
	return f->nlevels < 2 ? d->left : d->left + (d->right - d->left - NODE_WIDTH) * level / (f->nlevels - 1);
}

/* Links in the order of their sources and targets, so that those of one node do not cross. */
typedef struct LinkRank
{
	int			key[4];			/* levels and places of both ends */
	int			i;
} LinkRank;

static inline bool
is_first(const LinkRank *a, const LinkRank *b)
{
	for (int k = 0; k < 4; k++)
	{
		if (a->key[k] != b->key[k])
			return a->key[k] < b->key[k];
	}
	return a->i < b->i;
}

#define IS_FIRST(a, b) is_first(&(a), &(b))
CV_DEFINE_SORT(sort_links, LinkRank, IS_FIRST)

/* Six colours in turn, each column from another one on; ends are in the colour of the page's text. */
static void
ink_node_color(CvDrawing *d, const Node *node)
{
	if (node->out > 0)
		cv_ink_color(&d->body, d->options, d->options->ncolors > 0 ? node->place : (node->level * 2 + node->place) % 6);
	else
		cv_ink(&d->body, "currentColor");
}

static void
draw_link(CvDrawing *d, Flow *f, const Link *l)
{
	CvInk	   *ink = &d->body;
	Node	   *source = &f->node[l->source];
	Node	   *target = &f->node[l->target];
	double		width = l->amount * f->scale;
	double		x = x_of_level(d, f, source->level) + NODE_WIDTH;
	double		end = x_of_level(d, f, target->level);
	double		y = source->used_out + width / 2;
	double		y_end = target->used_in + width / 2;
	double		middle = (x + end) / 2;

	source->used_out += width;
	target->used_in += width;
	if (width <= 0)
		return;
	cv_ink(ink, "<path d=\"");
	cv_ink_move(ink, "M", x, y);
	cv_ink_move(ink, "C", middle, y);
	cv_ink_move(ink, " ", middle, y_end);
	cv_ink_move(ink, " ", end, y_end);
	cv_ink(ink, "\"");
	cv_ink_attribute(ink, "stroke-width", fmax(0.25, width));
	cv_ink(ink, " stroke=\"");
	ink_node_color(d, source);
	cv_ink(ink, "\"/>");
}

static void
draw_links(CvDrawing *d, Flow *f)
{
	LinkRank   *rank = d->chart->alloc(2 * (size_t) f->nlinks * sizeof(LinkRank));

	for (int i = 0; i < f->nlinks; i++)
	{
		const Node *source = &f->node[f->link[i].source];
		const Node *target = &f->node[f->link[i].target];

		rank[i] = (LinkRank) {{source->level, source->place, target->level, target->place}, i};
	}
	sort_links(rank, rank + f->nlinks, f->nlinks);
	cv_ink(&d->body, "<g fill=\"none\" stroke-opacity=\".38\">");
	for (int i = 0; i < f->nlinks; i++)
	{
		CV_BREATHE_OFTEN(i);
		draw_link(d, f, &f->link[rank[i].i]);
	}
	cv_ink(&d->body, "</g>");
}

static void
draw_nodes(CvDrawing *d, const Flow *f)
{
	CvInk	   *ink = &d->body;

	for (int i = 0; i < f->nnodes; i++)
	{
		const Node *node = &f->node[i];

		cv_ink(ink, "<rect");
		cv_ink_attribute(ink, "x", x_of_level(d, f, node->level));
		cv_ink_attribute(ink, "y", node->y);
		cv_ink(ink, " width=\"16\"");
		cv_ink_attribute(ink, "height", fmax(0.5, node->height));
		cv_ink(ink, " fill=\"");
		ink_node_color(d, node);
		cv_ink(ink, node->out > 0 ? "\"/>" : "\" fill-opacity=\".6\"/>");
	}
}

static double
label_height(const Node *node)
{
	return node->height >= TWO_LINES ? 28 : 14;
}

/* Name and amount of a node, in one line or, where it is high, in two; its first line is at y. */
static void
draw_node_label(CvDrawing *d, const Node *node, double x, double y, CvAnchor anchor, double room)
{
	CvLabel		name = d->chart->name[node->name];
	char		amount[CV_NUMBER_SIZE + 1] = " ";
	bool		two = node->height >= TWO_LINES;
	size_t		size = (size_t) name.length + CV_NUMBER_SIZE + 8;
	CvInk		text = {d->chart->alloc(size), 0, size, NULL, false};
	int			fits;

	cv_chart_value(d, size_of(node), amount + 1);
	fits = cv_text_fits(name, CV_TEXT_SIZE, fmax(24, room - (two ? 0 : cv_text_width(cv_label(amount), CV_TEXT_SIZE))));
	cv_ink_bytes(&text, name.text, (size_t) fits);
	if (fits < name.length)
		cv_ink_char(&text, 0x2026);
	if (!two)
		cv_ink(&text, amount);
	cv_svg_text(&d->body, x, y, anchor, "", (CvLabel) {text.data, (int) text.length}, CV_TEXT_SIZE, 1e6);
	if (two)
		cv_svg_text(&d->body, x, y + 14, anchor, " fill-opacity=\".75\"", cv_label(amount + 1), CV_TEXT_SIZE, 1e6);
}

/* What the labels of a column would take. */
static double
widest_label(CvDrawing *d, const Flow *f, int level)
{
	double		widest = 0;

	for (int i = 0; i < f->nnodes; i++)
	{
		const Node *node = &f->node[i];
		char		amount[CV_NUMBER_SIZE + 1] = " ";
		double		width;

		if (node->level != level)
			continue;
		cv_chart_value(d, size_of(node), amount + 1);
		width = cv_text_width(d->chart->name[node->name], CV_TEXT_SIZE);
		widest = fmax(widest,
					  node->height >= TWO_LINES ? width : width + cv_text_width(cv_label(amount), CV_TEXT_SIZE));
	}
	return widest;
}

/* Room for the labels of a column; the last two are on both sides of the links between them. */
static double
room_of(CvDrawing *d, const Flow *f, int level)
{
	double		all = f->nlevels < 2 ? d->right - d->left :
		x_of_level(d, f, 1) - x_of_level(d, f, 0) - NODE_WIDTH - 24;
	int			other = level == f->nlevels - 1 ? level - 1 : level + 1;

	return level < f->nlevels - 2 || f->nlevels < 2 ? all : all - fmin(widest_label(d, f, other), all / 2);
}

/* Labels of a column beside their nodes; below the one before, and above the end of the chart. */
static void
place_labels(const CvDrawing *d, const Flow *f, const Rank *rank, int n, double *y)
{
	double		free_to = d->height + 8;
	double		free_from = 0;

	for (int i = 0; i < n; i++)
	{
		const Node *node = &f->node[rank[i].i];

		y[i] = fmax(node->y + node->height / 2 + (node->height >= TWO_LINES ? -3 : 4), free_from);
		free_from = y[i] + label_height(node);
	}
	for (int i = n - 1; i >= 0; i--)
	{
		free_to -= label_height(&f->node[rank[i].i]);
		y[i] = free_to = fmin(y[i], free_to);
	}
}

/* To the right of nodes, in the last column to their left. */
static void
draw_node_labels(CvDrawing *d, const Flow *f, Rank *rank)
{
	double	   *y = d->chart->alloc((size_t) f->most * sizeof(double));

	for (int level = 0; level < f->nlevels; level++)
	{
		bool		last = level == f->nlevels - 1 && f->nlevels > 1;
		double		room = room_of(d, f, level);
		double		x = x_of_level(d, f, level) + (last ? -6 : NODE_WIDTH + 6);
		int			n = 0;

		for (int i = 0; i < f->nnodes; i++)
		{
			if (f->node[i].level == level)
			{
				rank[f->node[i].place].i = i;
				n++;
			}
		}
		place_labels(d, f, rank, n, y);
		for (int i = 0; i < n; i++)
			draw_node_label(d, &f->node[rank[i].i], x, y[i], last ? CV_END : CV_START, room);
	}
}

static void
say_flows(CvDrawing *d, const Flow *f)
{
	double		total = 0;
	int			largest = 0;

	for (int i = 0; i < f->nnodes; i++)
		total += f->node[i].in == 0 ? f->node[i].out : 0;
	for (int i = 0; i < f->nlinks; i++)
		largest = f->link[i].amount > f->link[largest].amount ? i : largest;
	cv_say_value(d, total);
	cv_say(d, " flow through ");
	cv_say_count(d, f->nnodes, " node; the largest flow is ", " nodes; the largest flow is ");
	cv_say_value(d, f->link[largest].amount);
	cv_say(d, " from ");
	cv_say_name(d, d->chart->name[f->node[f->link[largest].source].name]);
	cv_say(d, " to ");
	cv_say_name(d, d->chart->name[f->node[f->link[largest].target].name]);
	cv_say(d, ".");
}

static double
largest_of(const Flow *f)
{
	double		largest = 0;

	for (int i = 0; i < f->nnodes; i++)
		largest = fmax(largest, size_of(&f->node[i]));
	return largest;
}

void
cv_draw_flow(CvDrawing *d)
{
	Flow		f;
	Rank	   *rank = d->chart->alloc(2 * ((size_t) d->chart->nnames + 1) * sizeof(Rank));

	d->decimals = cv_common_decimals(&d->chart->mark[0].y, d->chart->n, CV_MARK_STRIDE);
	if (d->chart->nnames > MOST_NODES)
	{
		d->chart->complaint = "a flow chart can have at most 1000 nodes";
		d->chart->remedy = "Put the small ones together, such as \"others\".";
		return;
	}
	collect(d, &f);
	if (!set_levels(d, &f))
		return;
	f.most = 1;
	for (int level = 0; level < f.nlevels; level++)
	{
		int			n = order_column(d, &f, level, rank);

		f.most = n > f.most ? n : f.most;
	}
	/* Cents would leave no room for names; the sums are kept to the cent. */
	d->decimals = largest_of(&f) >= 1000 ? 0 : d->decimals;
	cv_draw_head(d);
	cv_set_bottom(d, f.most > MOST_WITHOUT_GROWTH ? PITCH * f.most : CV_PLOT_HEIGHT, CV_MARGIN);
	place_nodes(d, &f, rank);
	draw_links(d, &f);
	draw_nodes(d, &f);
	draw_node_labels(d, &f, rank);
	say_flows(d, &f);
}
