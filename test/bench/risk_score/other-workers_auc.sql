SELECT auc(fine, event) FROM scored
