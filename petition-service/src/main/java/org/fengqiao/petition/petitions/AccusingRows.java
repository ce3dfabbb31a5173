package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.petition.accusations.AccusationIntake;
import org.fengqiao.petition.accusations.AccusationIntake.Arrival;
import org.fengqiao.petition.accusations.Informer;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.PetitionPurpose;

/**
 * Rows of the ledger that accuse go straight to the vault (definitions D4), and take the petition
 * along that an earlier row made. A row whose number moved there before comes to nothing: the
 * national system goes on exporting it, and it must not come back as an ordinary petition.
 */
@ApplicationScoped
public class AccusingRows {

    private static final Pattern RECORD =
            Pattern.compile("([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})/[0-9]+");

    private final Petitions petitions;
    private final PetitionSealing sealing;
    private final AccusationIntake vault;

    AccusingRows(Petitions petitions, PetitionSealing sealing, AccusationIntake vault) {
        this.petitions = petitions;
        this.sealing = sealing;
        this.vault = vault;
    }

    /** Whether the row was one of these. */
    boolean take(LedgerRow row, UUID known, ImportContext context) {
        Map<String, String> names = names(PetitionLedger.KIND, row, context);
        if (!accuses(row)) {
            return vault.knowsAny(names);
        }
        UUID standing = known == null ? numbered(row, context) : known;
        if (standing != null) {
            sealing.moveByLedger(standing, context.command());
        }
        vault.remember(PetitionSealing.ROW, names.get(PetitionSealing.ROW));
        vault.enterRow(
                arrival(row, context), context.division() + "|" + row.content(), context.command());
        return true;
    }

    /** By its purpose or by its class: either says it. */
    private static boolean accuses(LedgerRow row) {
        return row.code("信访目的", PetitionPurpose.class) == PetitionPurpose.ACCUSATION
                || row.code("办理类别", HandlingClass.class) == HandlingClass.ACCUSATION;
    }

    /**
     * Whether the row of another ledger became a record that left for the vault with its petition.
     *
     * @param kind of the ledger
     */
    public boolean movedBefore(String kind, LedgerRow row, ImportContext context) {
        return vault.knowsAny(names(kind, row, context));
    }

    private UUID numbered(LedgerRow row, ImportContext context) {
        String national = PetitionRow.nationalNumber(row);
        return national == null ? null : petitions.numbered(context.division(), national);
    }

    /** All that a moved record may have been known by. */
    private static Map<String, String> names(String kind, LedgerRow row, ImportContext context) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(
                PetitionSealing.ROW,
                String.join("|", context.division(), kind, String.valueOf(row.year()), row.key()));
        String national = PetitionLedger.KIND.equals(kind) ? PetitionRow.nationalNumber(row) : null;
        if (national != null) {
            names.put(PetitionSealing.NATIONAL_NUMBER, context.division() + "|" + national);
        }
        Matcher record = RECORD.matcher(row.key().toUpperCase(java.util.Locale.ROOT));
        if (record.matches()) {
            names.put(PetitionSealing.RECORD, record.group(1));
        }
        return names;
    }

    private static Arrival arrival(LedgerRow row, ImportContext context) {
        Informer informer =
                new Informer(row.text("信访人"), row.text("身份证号"), row.text("联系电话"), row.text("住址"));
        boolean anonymous = informer.equals(new Informer(null, null, null, null));
        String text =
                Stream.of(row.text("概况信息"), row.text("诉求"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
        return new Arrival(
                context.division(),
                row.date("登记日期"),
                anonymous ? List.of() : List.of(informer),
                null,
                List.of(),
                text,
                List.of(row.content().replace('\u001f', '\n')),
                null);
    }
}
