-- Searches by person, and checks for conflicts of interest, look through every register that names
-- persons; legal_consultation has its index since V3.
create index accountability_decision_of_person on accountability_decision using gin (person_index);
create index administrative_case_of_person on administrative_case using gin (person_index);
create index contract_review_of_person on contract_review using gin (person_index);
create index duty_report_of_person on duty_report using gin (person_index);
create index enforcement_officer_of_person on enforcement_officer using gin (person_index);
create index leader_reception_of_person on leader_reception using gin (person_index);
create index legal_adviser_of_person on legal_adviser using gin (person_index);
create index legal_aid_referral_of_person on legal_aid_referral using gin (person_index);
create index legal_resource_person_of_person on legal_resource_person using gin (person_index);
create index penalty_case_of_person on penalty_case using gin (person_index);
create index service_log_entry_of_person on service_log_entry using gin (person_index);
