package org.fengqiao.petition.accusations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.privacy.IdentityNumber;

/**
 * An accusation to be taken in (XF 30).
 *
 * @param on the day it came; today unless given
 * @param informers none where it is anonymous
 * @param accused bodies and persons, in words
 * @param accusedDivisions of the bodies that are named, or whose people are
 * @param text what is said of them
 * @param originals the papers as they are: transcripts, or scans in base64
 */
@Schema(
        name = "NewAccusation",
        examples =
                """
                {"on":"2024-03-04","informers":[{"name":"张三","phone":"13800000001"}],
                 "accused":"某镇某副镇长","accusedDivisions":["410423106000"],"text":"反映其违规发放补助",
                 "originals":["来信全文"]}""")
record NewAccusation(
        LocalDate on,
        @Size(max = 100) List<@Valid @NotNull Informer> informers,
        @Size(max = 2000) String accused,
        @Size(max = 20) List<@NotNull @Pattern(regexp = "\\d{12}") String> accusedDivisions,
        @NotBlank @Size(max = 20_000) String text,
        @Size(max = 20) List<@NotBlank @Size(max = 500_000) String> originals) {

    AccusationIntake.Arrival arrival(Command command, Divisions divisions) {
        List<String> accusedAt = orNone(accusedDivisions);
        for (int i = 0; i < accusedAt.size(); i++) {
            divisions.require(accusedAt.get(i), "/accusedDivisions/" + i);
        }
        List<Informer> known = orNone(informers);
        for (int i = 0; i < known.size(); i++) {
            IdentityNumber.require(
                    known.get(i).identityNumber(), "/informers/" + i + "/identityNumber");
        }
        return new AccusationIntake.Arrival(
                command.division(),
                command.dateOr(on),
                known,
                accused,
                accusedAt,
                text,
                orNone(originals),
                null);
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
