package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.PageOf;

import io.quarkus.panache.common.Page;

/** Looks single entries up. Whether somebody may see them is for the caller to decide. */
@ApplicationScoped
public class PostedEntries {

    private final Explanations explanations;

    PostedEntries(Explanations explanations) {
        this.explanations = explanations;
    }

    public Optional<PostedEntry> find(long id) {
        return LedgerEntry.<LedgerEntry> findByIdOptional(id).map(LedgerEntry::posted);
    }

    /** The entry that takes this one back. */
    public Optional<PostedEntry> reversalOf(long id) {
        return LedgerEntry.<LedgerEntry> find("reverses", id).firstResultOptional().map(LedgerEntry::posted);
    }

    /** What a holder served in a year, newest first. */
    public PageOf<PostedEntry> servedIn(long holderId, int year, int page, int size) {
        var found = LedgerEntry.<LedgerEntry> find(
                "holderId = ?1 and servedOn between ?2 and ?3 order by servedOn desc, id desc",
                holderId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        List<PostedEntry> entries = found.page(Page.of(page - 1, size)).list().stream().map(LedgerEntry::posted).toList();
        return new PageOf<>(entries, page, size, found.count());
    }

    /** In one sentence of the reader's language. */
    @Transactional
    public String sentence(PostedEntry entry) {
        return explanations.of(LedgerEntry.<LedgerEntry> findById(entry.id()));
    }
}
