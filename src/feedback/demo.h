/*
 * demo.h - the words of sentiment_demo_lexicon.
 */
#ifndef CV_FEEDBACK_DEMO_H
#define CV_FEEDBACK_DEMO_H

#include "feedback/core/trie.h"

/* Words of one language, kind, value and aspect ("": none), with commas between. */
typedef struct CvDemoWords
{
	const char *lang;			/* NULL: the end */
	CvWordKind	kind;
	double		value;
	const char *aspect;
	const char *words;
} CvDemoWords;

extern const CvDemoWords cv_demo_words[];

#endif							/* CV_FEEDBACK_DEMO_H */
