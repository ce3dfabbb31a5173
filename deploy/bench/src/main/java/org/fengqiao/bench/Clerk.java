package org.fengqiao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a clerk sends: committees, and cases with two invented parties. */
final class Clerk {
    static final ObjectMapper JSON = new ObjectMapper();
    static final int COMMITTEES = 8;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Clerk() {}

    /** The ids of eight new village committees of the township. */
    static List<String> committees(Http http) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= COMMITTEES; i++) {
            String body =
                    """
                    {"division":"%s","level":"VILLAGE","name":"人民调解委员会%s",
                     "establishedOn":"2021-03-01"}\
                    """
                            .formatted(village(i), UUID.randomUUID());
            ids.add(id(http.post("/mediation/v1/committees", body).expect(201)));
        }
        return ids;
    }

    /** The division of the township's {@code n}th village, from 1. */
    static String village(int n) {
        return Stage.TOWNSHIP.substring(0, 9) + (200 + n);
    }

    static String newCase(String committeeId) {
        int number = ThreadLocalRandom.current().nextInt(1_000_000_000);
        return """
        {"committeeId":"%s","source":"ON_APPLICATION","disputeType":"02","personsInvolved":2,
         "amountYuan":%d,"summary":"双方系邻居，因院墙滴水浸湿山墙发生争执，多次协商未果",
         "requests":"请求修复墙面并改装檐沟","parties":[%s,%s]}\
        """
                .formatted(
                        committeeId,
                        number % 100_000,
                        party("APPLICANT", number),
                        party("RESPONDENT", number + 1));
    }

    private static String party(String role, int number) {
        return """
        {"role":"%s","kind":"PERSON","name":"虚构%d","identityNumber":"%s","phone":"000%08d",
         "address":"瓦屋镇瓦屋村%d号","sex":"MALE","nationality":"汉族","age":45}\
        """
                .formatted(role, number, identityNumber(number), number % 100_000_000, number);
    }

    /** Region 999999, which is nobody's, and a check digit as in GB 11643. */
    private static String identityNumber(int number) {
        String first =
                "999999%d%02d%02d%03d"
                        .formatted(
                                1950 + number % 50,
                                1 + number / 50 % 12,
                                1 + number / 600 % 28,
                                number / 16_800 % 1_000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first.charAt(i) - '0');
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    static String id(String body) throws IOException {
        return json(body).get("id").asText();
    }

    static JsonNode json(String body) throws IOException {
        return JSON.readTree(body);
    }
}
