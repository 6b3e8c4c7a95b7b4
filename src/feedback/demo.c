/*
 * demo.c - the words of sentiment_demo_lexicon: what customers of a shop write, valued by hand for this project.
 *
 * Words are folded already (see core/script.h).
 */
#include "pg/pg.h"

#include "feedback/demo.h"

const CvDemoWords cv_demo_words[] = {
	{"en", CV_WORD, 3, "",
		"amazing,awesome,brilliant,excellent,fantastic,great,love,outstanding,perfect,superb,wonderful,flawless"},
	{"en", CV_WORD, 2.5, "",
		"beautiful,best,delicious,delighted,happy,impressed,loved,lovely,loves,perfectly,pleased,thrilled,top notch"},
	{"en", CV_WORD, 2, "",
		"comfortable,enjoy,enjoyed,friendly,glad,good,helpful,like new,nice,pleasant,polite,recommend,recommended,"
		"reliable,satisfied,thank you,thanks,well made,kind,courteous,worth it,"
		"value for money,generous,charming,:),:-),:d,👍,😁,😊,😀"},
	{"en", CV_WORD, 3, "", "❤,😍,🥰,💯"},
	{"en", CV_WORD, 1.5, "",
		"accurate,better,careful,clean,convenient,easy,efficient,elegant,fair,fresh,handy,honest,improved,on time,"
		"prompt,quick,quickly,reasonable,safe,smooth,solid,sturdy,useful,welcome,works well,professional,attentive"},
	{"en", CV_WORD, 1, "",
		"ok,okay,fine,fast,affordable,solved,resolved,refunded,simple,hope,interesting,soft,warm,decent,yes"},
	{"en", CV_WORD, -3, "",
		"awful,disgusting,dreadful,hate,hated,horrible,scam,terrible,useless,worst,fraud,appalling,atrocious,😡,🤬,🤮"},
	{"en", CV_WORD, -2.5, "",
		"angry,bad,cheated,disappointed,disappointing,disappointment,furious,garbage,junk,nightmare,poor,rip off,"
		"rubbish,unacceptable,unusable,never again,💔,😠,👎,😭"},
	{"en", CV_WORD, -2, "",
		"annoyed,annoying,broken,broke,complaint,damaged,defective,dirty,dishonest,fail,failed,faulty,fed up,"
		"frustrated,frustrating,ignored,lost,rude,sad,stale,stolen,unhappy,unhelpful,unreliable,waste,worse,worthless,"
		"wrong,:(,:-(,😞,🙁"},
	{"en", CV_WORD, -1.5, "",
		"cancelled,confused,confusing,cracked,cramped,delay,delayed,delays,difficult,error,errors,expensive,flimsy,"
		"leaking,mess,mistake,noisy,overpriced,problem,problems,refused,scratched,slow,slowly,smells,stuck,torn,"
		"trouble,uncomfortable,unclear"},
	{"en", CV_WORD, -1, "",
		"boring,cold,late,missing,no,return,returned,weak,unfortunately,sorry,waiting,heavy,bland,old"},
	{"en", CV_NEGATOR, -0.74, "",
		"ain't,aren't,arent,can't,cannot,cant,couldn't,couldnt,didn't,didnt,doesn't,doesnt,don't,dont,hadn't,"
		"hasn't,haven't,isn't,isnt,neither,never,none,nor,not,nothing,nowhere,rarely,seldom,shouldn't,wasn't,wasnt,"
		"weren't,werent,without,won't,wont,wouldn't,wouldnt"},
	{"en", CV_BOOSTER, 0.293, "",
		"absolutely,completely,deeply,especially,exceptionally,extremely,fully,highly,incredibly,more,most,"
		"particularly,quite,really,remarkably,so,super,thoroughly,totally,truly,unbelievably,utterly,very"},
	{"en", CV_BOOSTER, -0.293, "",
		"a bit,almost,barely,hardly,just enough,kind of,kinda,less,little,marginally,occasionally,partly,"
		"scarcely,slightly,somewhat,sort of,sorta"},
	{"en", CV_CONTRAST, 0, "", "but"},
	{"en", CV_ASPECT, 0, "delivery", "courier,delivery,package,packaging,parcel,shipping,arrived,delivered"},
	{"en", CV_ASPECT, 0, "price", "cost,costs,price,prices,priced"},
	{"en", CV_ASPECT, 0, "service", "service,staff,support,helpdesk,hotline,answer,agent,refund"},
	{"en", CV_ASPECT, 0, "quality", "quality,material,build,finish"},
	{"zh", CV_WORD, 3, "", "完美,超棒,非常棒,太棒,惊艳"},
	{"zh", CV_WORD, 2.5, "", "很好,满意,喜欢,优秀,精美,赞,棒,超值,好吃,感谢,开心,爱"},
	{"zh", CV_WORD, 2, "", "好,不错,推荐,舒服,热情,耐心,漂亮,好看,好用,值得,靠谱,专业,物美价廉,实惠,周到,点赞,好评,回购,满足,放心"},
	{"zh", CV_WORD, 1.5, "", "快,便宜,方便,干净,新鲜,准时,及时,结实,合适,划算,清楚,细心,整洁,耐用,顺利"},
	{"zh", CV_WORD, 1, "", "可以,还行,合理,简单,正品,温暖"},
	{"zh", CV_WORD, -3, "", "太差,垃圾,骗子,恶心,骗人,最差,糟糕透了"},
	{"zh", CV_WORD, -2.5, "", "差,失望,糟糕,差评,难吃,气愤,生气,假货,后悔,讨厌,上当,受骗"},
	{"zh", CV_WORD, -2, "", "坏,破,烂,破损,敷衍,冷漠,难看,投诉,粗糙,漏水,开裂,丢失,破了,不耐烦,劣质,发霉,过期"},
	{"zh", CV_WORD, -1.5, "", "慢,贵,麻烦,脏,臭,迟到,拖延,掉色,瑕疵,异味,吵,延误,漏发,发错,错误,难用"},
	{"zh", CV_WORD, -1, "", "退货,退款,旧,缺货,小贵,遗憾"},
	{"zh", CV_NEGATOR, -0.74, "", "不,没,没有,不是,别,不太,不够,并不,未,从未,毫无"},
	{"zh", CV_DEGREE, 1.75, "", "极其,极,最,无比"},
	{"zh", CV_DEGREE, 1.5, "", "非常,特别,超,超级,十分,相当"},
	{"zh", CV_DEGREE, 1.25, "", "很,太,真,挺,更,真的,好好"},
	{"zh", CV_DEGREE, 0.75, "", "有点,稍微,略,比较,有些,一点"},
	{"zh", CV_NEUTRAL, 0, "", "好像,差不多,不好意思,不仅,不但,差点,只好,好几,别的,别人,爱好,快要,快乐时光,不管,不过,正好,最近,最后,最好是,可以吗,"
		"没事,差异,特别是,很多,太阳,好多,刚好,更换"},
	{"zh", CV_ASPECT, 0, "price", "价格,价钱,性价比"},
	{"zh", CV_ASPECT, 0, "delivery", "物流,包装,快递,发货,送货,配送"},
	{"zh", CV_ASPECT, 0, "service", "客服,服务,态度,售后,店家"},
	{"zh", CV_ASPECT, 0, "quality", "质量,做工,材质,品质"},
	{"zh", CV_NEUTRAL, 0, "", "快递"},
	{NULL, CV_WORD, 0, "", ""}
};
