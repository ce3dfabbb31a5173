-- L-06 counts a dispute by the first day that counsel took part: is there an earlier one?
create index mediation_participation_fact_dispute on mediation_participation_fact (dispute_id, joined_on) where not voided;

-- G-06 asks whether the adviser of an appointment is still in office.
create index legal_adviser_fact_adviser on legal_adviser_fact (adviser_id) where not voided;
