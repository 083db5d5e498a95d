package org.shuangbaodao.explanation;

import org.shuangbaodao.ledger.BranchPeriod;
import org.shuangbaodao.pointsitem.ItemState;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the explanation of an entry says around its figures. */
@MessageBundle("explanation")
public interface ExplanationMessages {

    @Message
    String title();

    @Message
    String back();

    @Message
    String see_rules();

    @Message
    String see_record();

    @Message
    String minutes_unit();

    @Message
    String points_unit();

    @Message
    String hours(String hours);

    @Message
    String how_title();

    @Message
    String figure(Figure.Name name);

    @Message
    String formula(Formula formula);

    @Message
    String served_from_to();

    @Message
    String days_title();

    @Message
    String day_minutes(int minutes);

    @Message
    String amount();

    @Message
    String facts_title();

    @Message
    String served_on();

    @Message
    String booked_in();

    @Message
    String posted_at();

    @Message
    String late();

    @Message
    String period_state(BranchPeriod.State state);

    @Message
    String rule();

    @Message
    String rule_version(int version);

    @Message
    String rule_from(String day);

    @Message
    String rule_hours();

    @Message
    String notice();

    @Message
    String document();

    @Message
    String item_step(ItemState state);

    @Message
    String takes_back();

    @Message
    String taken_back_by();

    @Message
    String decided_title();

    @Message
    String proof_title();

    @Message
    String proof_lead();

    @Message
    String whole(long entries, String branch);

    @Message
    String broken(long sequence);

    @Message
    String sequence();

    @Message
    String head_now();

    @Message
    String hash();

    @Message
    String hash_text();

    @Message
    String hash_text_hint(String digest);

    @Message
    String sealed_in(String day);

    @Message
    String not_sealed();

    @Message
    String leaf();

    @Message
    String leaf_hash();

    @Message
    String path();

    @Message
    String path_left();

    @Message
    String path_right();

    @Message
    String root();

    @Message
    String path_hint(String digest);

    @Message
    String links_title();

    @Message
    String links_lead();

    @Message
    String link_fresh();

    @Message
    String link_fresh_hint();

    @Message
    String link_year();

    @Message
    String link_days();

    @Message
    String link_days_hint();

    @Message
    String link_create();

    @Message
    String link_none();

    @Message
    String link_created();

    @Message
    String link_expires();

    @Message
    String link_state();

    @Message
    String link_open();

    @Message
    String link_over();

    @Message
    String link_taken_back();

    @Message
    String link_revoke();

    @Message
    String link_revoked();

    @Message
    String shared_title(int year);

    @Message
    String shared_lead(String expires);

    @Message
    String shared_none();

    @Message
    String col_served();

    @Message
    String col_book();

    @Message
    String col_how();
}
