-- Who asked for a review, and of a contract that is reviewed for its legality the amount.
alter table contract_review_fact add column client text;
alter table legality_review_fact add column client text;
alter table legality_review_fact add column amount_yuan numeric(15,2);
