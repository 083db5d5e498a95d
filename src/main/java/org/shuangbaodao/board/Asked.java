package org.shuangbaodao.board;

import org.shuangbaodao.kernel.PageOf;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What somebody asks a board for, on a page or as a program. */
record Asked(
        @Parameter(description = "A quarter (2026-Q4), a year (2026) or `all`; the running quarter without it") @RestQuery String period,
        @Parameter(description = "Code of an organization: only what lies wholly inside it, ranked among itself") @RestQuery String within,
        @Parameter(description = "Only rows whose name holds this, or begins with it in pinyin; of people, only those whose name"
                + " begins so. Ranks stay those of the whole scope") @RestQuery String q,
        @RestQuery Integer page, @RestQuery Integer size) {

    /** Null where nothing is looked for. */
    String sought() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    int pageNumber() {
        return PageOf.clampPage(page);
    }

    int pageSize() {
        return PageOf.clampSize(size);
    }
}
