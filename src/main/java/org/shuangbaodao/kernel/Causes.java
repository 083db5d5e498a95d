package org.shuangbaodao.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands behind a failure. */
public final class Causes {

    private static final int MOST = 50;

    private Causes() {
    }

    /**
     * Everything that led to it, the outermost first. A transaction manager tells why a commit failed among the suppressed
     * failures, so those belong to it.
     */
    public static List<Throwable> of(Throwable thrown) {
        List<Throwable> found = new ArrayList<>(List.of(thrown));
        for (int i = 0; i < found.size() && found.size() < MOST; i++) {
            Throwable next = found.get(i);
            add(found, next.getCause());
            Arrays.stream(next.getSuppressed()).forEach(suppressed -> add(found, suppressed));
        }
        return found;
    }

    private static void add(List<Throwable> found, Throwable cause) {
        if (cause != null && found.stream().noneMatch(known -> known == cause)) {
            found.add(cause);
        }
    }
}
