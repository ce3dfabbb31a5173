package org.fengqiao.kit.privacy;

import java.util.List;

/** All that one key file has sealed: what a re-encryption walks over. A bean for each key file. */
public interface SealedTables {

    /** What the keys are for, in metrics: {@code records}, {@code vault}. */
    String purpose();

    PersonalData keys();

    /** Whether it may be told how many records there are. */
    boolean isCounted();

    /**
     * Records with what hangs on them, in the order of the walk. The rows of a group's first table
     * are locked before the others are read, which hold rows of the same ids.
     */
    List<List<SealedTable>> groups();
}
