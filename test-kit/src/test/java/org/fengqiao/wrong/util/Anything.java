package org.fengqiao.wrong.util;

/** Breaks packagesAreNounsOfTheOffice. */
public final class Anything {
    private Anything() {}
}
