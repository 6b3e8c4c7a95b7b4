-- bar: 0.25
SELECT auc(fine, event) FROM scored
