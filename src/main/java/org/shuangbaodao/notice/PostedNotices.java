package org.shuangbaodao.notice;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.explanation.QuarterNotices;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;

/** Leads from an entry to the notice of its quarter. */
@ApplicationScoped
class PostedNotices implements QuarterNotices {

    @Override
    public Optional<Posted> of(long branchId, Period quarter) {
        return Notice.of(branchId, quarter)
                .map(notice -> new Posted(Ids.text(notice.id), notice.firstDay, notice.lastDay));
    }
}
