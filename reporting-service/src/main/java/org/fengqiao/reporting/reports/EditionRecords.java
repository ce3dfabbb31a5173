package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.documents.Behind;
import org.fengqiao.reporting.documents.Documents;
import org.fengqiao.reporting.facts.SourceAddresses;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Receipts.Key;
import org.fengqiao.reporting.figures.Receipts.Line;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.Edition.Digest;
import org.fengqiao.reporting.reports.Edition.Value;
import org.fengqiao.reporting.reports.Editions.Kept;

/** An edition with the records behind its figures, for those who may see them: never stored. */
@RequestScoped
class EditionRecords {

    private static final int PAGE = 200;

    private final Editions editions;
    private final EditionReceipts receipts;
    private final Documents documents;
    private final Questions questions;
    private final Catalogue catalogue;
    private final SourceAddresses addresses;
    private final ObjectMapper json;

    EditionRecords(
            Editions editions,
            EditionReceipts receipts,
            Documents documents,
            Questions questions,
            Catalogue catalogue,
            SourceAddresses addresses,
            ObjectMapper json) {
        this.editions = editions;
        this.receipts = receipts;
        this.documents = documents;
        this.questions = questions;
        this.catalogue = catalogue;
        this.addresses = addresses;
        this.json = json;
    }

    /**
     * The page, the workbook, or the lists alone, a line each, as {@code deploy/verify-edition}
     * takes them. Chapters whose lists the caller may not see are left out.
     *
     * @param format html, xlsx or jsonl
     * @throws Refusal 400 for anything else
     */
    byte[] of(Kept kept, String format) throws SQLException {
        Edition edition = editions.content(kept);
        return switch (format) {
            case "html" -> documents.page(edition, all(kept, edition));
            case "xlsx" -> documents.workbook(edition, all(kept, edition));
            case "jsonl" -> lines(all(kept, edition));
            default ->
                    throw Refusal.parameter(
                            "format", "须为 html、xlsx 或 jsonl", "format must be html, xlsx or jsonl");
        };
    }

    private List<Behind> all(Kept kept, Edition edition) throws SQLException {
        Indicators known = catalogue.of(edition.division());
        List<Behind> records = new ArrayList<>();
        for (Value value : edition.figures()) {
            if (questions.mayList(known.get(value.indicator()).chapter())) {
                for (Digest list : value.lists()) {
                    addAll(records, kept, edition, value, list);
                }
            }
        }
        return records;
    }

    private void addAll(List<Behind> records, Kept kept, Edition edition, Value value, Digest list)
            throws SQLException {
        String cursor = null;
        do {
            Receipt page =
                    receipts.list(
                            kept,
                            edition.division(),
                            edition.year(),
                            value.key(),
                            list.part(),
                            cursor,
                            PAGE);
            Stream<Line> lines =
                    page.keys() == null
                            ? page.records().stream()
                            : page.keys().stream().map(Key::records).flatMap(List::stream);
            lines.map(it -> behind(value, list, it)).forEach(records::add);
            cursor = page.next();
        } while (cursor != null);
    }

    private Behind behind(Value value, Digest list, Line it) {
        return new Behind(
                value.key(),
                list.part(),
                it.id(),
                it.version(),
                it.contribution(),
                it.countedOn(),
                it.division(),
                it.reference(),
                it.href(),
                addresses.of(it.href()).orElse(null));
    }

    private byte[] lines(List<Behind> records) {
        Map<String, ObjectNode> lists = new LinkedHashMap<>();
        for (Behind it : records) {
            ObjectNode list =
                    lists.computeIfAbsent(
                            it.figure() + " " + it.part(),
                            key -> {
                                ObjectNode made = json.createObjectNode();
                                made.put("figure", it.figure()).put("part", it.part().name());
                                made.putArray("records");
                                return made;
                            });
            ((ArrayNode) list.get("records"))
                    .addObject()
                    .put("id", it.id().toString())
                    .put("version", it.version())
                    .put("contribution", it.contribution());
        }
        try {
            StringBuilder text = new StringBuilder();
            for (ObjectNode it : lists.values()) {
                text.append(json.writeValueAsString(it)).append('\n');
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
