SELECT sex, card_agg(spend, cash, months, days) FROM card_holder GROUP BY sex
