package org.fengqiao.mediation.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.mediation.codes.CommitteeLevel;

/**
 * The form filled in: counts only, no person.
 *
 * @param division 12 digits; {@code divisionName} with its ancestors
 * @param from the period's first day; {@code to} its last, included
 * @param columns in the order of the form
 * @param rows one per committee that stood in the period or has something to count, by division
 * @param total the rows added up, by column code
 */
@Schema(name = "StatisticsForm", examples = StatisticsForm.EXAMPLE)
record StatisticsForm(
        String title,
        String titleEn,
        String division,
        String divisionName,
        String period,
        LocalDate from,
        LocalDate to,
        List<Column> columns,
        List<Row> rows,
        Map<String, BigDecimal> total) {

    static final String EXAMPLE =
            """
            {"title":"人民调解工作统计表","titleEn":"Statistics of people's mediation",
             "division":"410423106000","divisionName":"河南省平顶山市鲁山县瓦屋镇","period":"2024-H1",
             "from":"2024-01-01","to":"2024-06-30","columns":[
             {"code":"ACCEPTED","title":"受理","titleEn":"Accepted","unit":"CASE","unitLabel":"件",
              "legalBasis":"RT 17"}],"rows":[
             {"committeeId":"01912d68-783e-7a03-8467-5661c1243ad4","committee":"瓦屋村人民调解委员会",
              "level":"VILLAGE","division":"410423106201","values":{"ACCEPTED":12}}],
             "total":{"ACCEPTED":12}}""";

    /**
     * A column of the form.
     *
     * @param code key of the values
     * @param unit CASE 件, PERSON 人, TIME 次 or YUAN 元; {@code unitLabel} the Chinese word
     * @param legalBasis law key and article, or the key of a page
     */
    @Schema(name = "StatisticsColumn")
    record Column(
            String code,
            String title,
            String titleEn,
            StatisticsColumn.Unit unit,
            String unitLabel,
            String legalBasis) {

        static Column of(StatisticsColumn it) {
            return new Column(
                    it.code(),
                    it.title(),
                    it.titleEn(),
                    it.unit(),
                    it.unit().label,
                    it.legalBasis());
        }
    }

    /**
     * A committee's line.
     *
     * @param division 12 digits, of the committee
     * @param values by column code; every column is there, 0 included
     */
    @Schema(name = "StatisticsRow")
    record Row(
            UUID committeeId,
            String committee,
            CommitteeLevel level,
            String division,
            Map<String, BigDecimal> values) {}
}
