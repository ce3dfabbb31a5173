package org.fengqiao.kit.inbox;

/** Whoever follows a log must not go on: what arrives is not what this version understands. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Stopped(String reason) {
        super(reason);
    }
}
