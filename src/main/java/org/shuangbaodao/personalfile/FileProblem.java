package org.shuangbaodao.personalfile;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals about training and evaluation. */
enum FileProblem implements ProblemType {

    UNKNOWN("file/unknown", 404),
    /** No office of his reaches this. */
    NO_OFFICE("file/no-office", 403),
    /** He entered it, or counts as one with who did. */
    SECOND_PERSON("file/second-person", 403),
    /** He takes part in it himself. */
    OWN_CASE("file/own-case", 403),
    /** Somebody did it first, or it was taken back. */
    DECIDED("file/decided", 409),
    /** The same training is there with other facts. */
    OTHER_FACTS("file/other-facts", 409),
    /** The record is not confirmed, or the activity not over. */
    NOT_SERVED("file/not-served", 409);

    private final String code;
    private final int status;

    FileProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
