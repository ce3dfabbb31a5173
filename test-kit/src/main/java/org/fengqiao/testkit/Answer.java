package org.fengqiao.testkit;

/**
 * What a request was answered.
 *
 * @param request operation and what was asked of it
 */
public record Answer(String request, int status, String body) {

    @Override
    public String toString() {
        return request + ": " + status + " " + body;
    }
}
