package org.fengqiao.reporting.pages;

import io.restassured.http.ContentType;
import org.fengqiao.reporting.Api;

/** A quarterly form of 鲁山县 that the tests of pages fill. */
final class QuarterForm {

    static final String CODE = "pages-quarter";

    private QuarterForm() {}

    /** Sets it up; again it changes nothing. */
    static void put() {
        int status =
                Api.as("410423000000")
                        .contentType(ContentType.JSON)
                        .body(
                                """
                                {"title":"季度数据","titleEn":"Figures of the quarter",
                                 "periodicity":"QUARTER","indicators":["M-01","M-05","M-06"],
                                 "dueDays":10,"validFrom":"2015-01-01"}""")
                        .put("/reporting/v1/figure-set-forms/" + CODE)
                        .statusCode();
        if (status / 100 != 2) {
            throw new AssertionError("Answered " + status);
        }
    }
}
