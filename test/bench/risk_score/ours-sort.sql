-- bar: 1.3
SELECT auc(fine, event) FROM scored
