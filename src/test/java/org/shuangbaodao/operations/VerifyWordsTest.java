package org.shuangbaodao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.shuangbaodao.proof.OldHead;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may say behind {@code verify}. */
class VerifyWordsTest {

    private static final String HASH = "ab".repeat(32);

    @Test
    void headsAndDigestsMayBeSeveral() {
        Verify.Question question = Verify.Question.of(List.of("--head", "B-1:57:" + HASH, "--branch", "B-1", "--digest",
                "a.json", "--digest", "b.json", "--head", "a:b:3:" + HASH.toUpperCase(Locale.ROOT)));

        assertThat(question.branch()).isEqualTo("B-1");
        assertThat(question.heads()).containsExactly(new OldHead("B-1", 57, HASH), new OldHead("a:b", 3, HASH));
        assertThat(question.digests()).containsExactly(Path.of("a.json"), Path.of("b.json"));
    }

    @Test
    void withoutWordsItIsAboutEverything() {
        assertThat(Verify.Question.of(List.of())).isEqualTo(new Verify.Question(null, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "verify --head", "verify --head B-1:57", "verify --head B-1:x:00", "verify all", "verify --branch",
            "verify --digests file" })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream complaints = new PrintStream(said, true, StandardCharsets.UTF_8);

        assertThat(new Commands(complaints, complaints).run(words.split(" "))).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("verify [--branch CODE]");
    }
}
