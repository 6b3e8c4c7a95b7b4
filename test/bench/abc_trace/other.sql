SELECT * FROM flow_by_iteration();
