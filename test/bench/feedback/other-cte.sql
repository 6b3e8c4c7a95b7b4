SELECT sum(sentiment(comment, remark_literal())) FROM remark;
