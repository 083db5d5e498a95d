package org.shuangbaodao.proof;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What digests and verification say to readers. */
@MessageBundle("proof")
public interface ProofMessages {

    @Message
    String digest_title();

    @Message
    String digest_lead();

    @Message
    String not_truth();

    @Message
    String digest_protected();

    @Message
    String digest_unprotected();

    @Message
    String seal_title(String day);

    @Message
    String seal_none();

    @Message
    String made_at();

    @Message
    String hash_function();

    @Message
    String branches();

    @Message
    String root();

    @Message
    String previous();

    @Message
    String signature();

    @Message
    String public_key();

    @Message
    String fingerprint();

    @Message
    String signed_text();

    @Message
    String leaf_rule();

    @Message
    String leaves_link();

    @Message
    String json_link();

    @Message
    String days_title();

    @Message
    String heads_title();

    @Message
    String heads_text();

    @Message
    String digest_branch();

    @Message
    String sequence();

    @Message
    String digest_head();

    @Message
    String digest_none();

    @Message
    String day_title(String day);

    @Message
    String day_lead();

    @Message
    String back();

    @Message
    String verify_title();

    @Message
    String verify_lead();

    @Message
    String verify_branch();

    @Message
    String verify_branch_hint();

    @Message
    String verify_head();

    @Message
    String verify_head_hint();

    @Message
    String verify_run();

    @Message
    String verify_sound(String branch, long entries);

    @Message
    String verify_head_found();

    @Message
    String verify_unsound(String branch, long found);

    @Message
    String col_defect();

    @Message
    String col_entry();

    @Message
    String col_expected();

    @Message
    String col_found();

    @Message
    String defect(Defect defect);
}
