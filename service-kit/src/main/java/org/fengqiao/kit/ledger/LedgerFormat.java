package org.fengqiao.kit.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.fengqiao.kit.web.Refusal;

/** The kinds of file that rows can be taken away in, streamed in bounded memory. */
public enum LedgerFormat {
    XLSX(LedgerFormat.XLSX_TYPE),
    // Who reads it need not guess: offices also send GB18030.
    CSV(LedgerFormat.CSV_TYPE + ";charset=UTF-8");

    public static final String XLSX_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV_TYPE = "text/csv";

    private static final int LONGEST_SECONDS = 600;

    private final String mediaType;

    LedgerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * Reads the query parameter {@code format}: {@code xlsx} or {@code csv}.
     *
     * @throws Refusal 400 {@code PARAMETER_INVALID} for anything else
     */
    public static LedgerFormat of(String text) {
        return switch (text) {
            case "xlsx" -> XLSX;
            case "csv" -> CSV;
            default ->
                    throw Refusal.parameter(
                            "format", "须为 xlsx 或 csv", "format must be xlsx or csv");
        };
    }

    /**
     * The answer with the file; rows are asked for while it is written, in one transaction.
     *
     * @param title the line above the header of a workbook
     * @param name of the file, ASCII, without its ending
     * @param rows gives each row by column title, with values as {@link LedgerKind#export} has them
     */
    public Response file(
            String title,
            String name,
            List<LedgerColumn> columns,
            Consumer<Consumer<Map<String, Object>>> rows) {
        StreamingOutput body = out -> write(new LedgerWriter(columns), title, rows, out);
        return attachment(body, mediaType, name + "." + name().toLowerCase(Locale.ROOT));
    }

    static Response attachment(Object body, String mediaType, String fileName) {
        return Response.ok(body, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + fileName + "\"")
                .build();
    }

    private void write(
            LedgerWriter writer,
            String title,
            Consumer<Consumer<Map<String, Object>>> rows,
            OutputStream out) {
        // One transaction: a database cursor lives no longer.
        QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .run(
                        () -> {
                            try {
                                switch (this) {
                                    case XLSX -> writer.xlsx(out, title, rows);
                                    case CSV -> writer.csv(out, rows);
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }
}
