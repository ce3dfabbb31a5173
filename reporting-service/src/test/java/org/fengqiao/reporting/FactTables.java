package org.fengqiao.reporting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.testkit.Platform;

/** The facts as they lie in the database. */
final class FactTables {

    private FactTables() {}

    static Map<String, Integer> versions(String division) throws SQLException {
        Map<String, Integer> versions = new TreeMap<>();
        rows(division).forEach((id, row) -> versions.put(id, Integer.valueOf(row.split(",")[1])));
        return versions;
    }

    /** Every column of every fact of the division, as text. */
    static Map<String, String> rows(String division) throws SQLException {
        Map<String, String> facts = new TreeMap<>();
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of(
                            "mediation_case",
                            "committee",
                            "mediator",
                            "screening",
                            "meeting",
                            "petition",
                            "visit",
                            "backlog",
                            "supervision",
                            "proposal",
                            "appointment",
                            "legal_adviser",
                            "legal_resource_person",
                            "counsel_work",
                            "legal_consultation",
                            "mediation_participation",
                            "service_log_entry",
                            "village_visit",
                            "contract_review",
                            "legality_review",
                            "publicity_activity",
                            "publicity_responsibility",
                            "legal_aid_referral",
                            "institution",
                            "leadership_meeting",
                            "leading_group",
                            "major_decision",
                            "normative_document",
                            "duty_report",
                            "enforcement_training",
                            "law_exam",
                            "study_session",
                            "accountability_decision",
                            "administrative_case",
                            "enforcement_officer",
                            "penalty_case",
                            "democratic_village",
                            "disclosure_board",
                            "disclosure_item",
                            "leader_reception",
                            "issue_item",
                            "plan_item")) {
                String here = "like '" + new DivisionCode(division).prefix() + "%'";
                String sql =
                        "select record_id, fact::text from %s_fact fact where division %s"
                                .formatted(table, here);
                // A petition that was registered here may lie elsewhere by now.
                if (table.equals("petition")) {
                    sql += " or registered_division " + here;
                }
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        facts.put(row.getString(1), row.getString(2));
                    }
                }
            }
        }
        return facts;
    }

    static List<String> indexes(String table) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select string_agg(indexname, ',') from pg_indexes"
                                        + " where schemaname = 'public' and tablename = '"
                                        + table
                                        + "'")) {
            row.next();
            return List.of(row.getString(1).split(","));
        }
    }
}
