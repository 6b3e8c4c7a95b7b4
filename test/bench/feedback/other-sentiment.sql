SELECT sum(value) FROM remark, string_to_table(comment, ' ') AS w(word)
JOIN (SELECT * FROM remark_entry LIMIT 7000) AS e USING (word);
