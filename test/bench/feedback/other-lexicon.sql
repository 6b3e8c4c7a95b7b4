SELECT length(string_agg(word || ' ' || value, ',' ORDER BY word)) FROM remark_entry;
