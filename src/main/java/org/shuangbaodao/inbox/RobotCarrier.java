package org.shuangbaodao.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A text message in the shape that the robots of 企业微信 and 钉钉 take. */
@ApplicationScoped
class RobotCarrier implements Carrier {

    private final Robots robots;
    private final TargetGuard guard;
    private final RobotCall call;
    private final Sentences sentences;
    private final PublicAddress here;
    private final ObjectMapper json;
    private final BusinessTime time;

    RobotCarrier(Robots robots, TargetGuard guard, RobotCall call, Sentences sentences, PublicAddress here, ObjectMapper json,
            BusinessTime time) {
        this.robots = robots;
        this.guard = guard;
        this.call = call;
        this.sentences = sentences;
        this.here = here;
        this.json = json;
        this.time = time;
    }

    @Override
    public Channel channel() {
        return Channel.ROBOT;
    }

    @Override
    public void carry(Parcel parcel) throws Undelivered {
        Robots.Known robot = robots.of(parcel.recipientId).orElseThrow(() -> new Undelivered(Failure.UNWANTED));
        // Judged anew: since it was set, the name may have been pointed elsewhere.
        TargetGuard.Verdict verdict = guard.judge(robot.address());
        if (verdict.isRefused()) {
            throw new Undelivered(
                    verdict.refusal() == TargetGuard.Refusal.UNKNOWN_HOST ? Failure.AWAY : Failure.FORBIDDEN_TARGET);
        }
        Instant now = time.now();
        String sentence = sentences.stored(parcel.message, parcel.arguments, robot.language());
        String text = sentences.say("inbox:robot_text", List.of(sentence), robot.language()) + "\n" + here.of(parcel.path);
        RobotCall.Answer answer = call.post(verdict.target(), RobotSignature.parameters(now, robot.secret()), body(text));
        if (!isTaken(answer)) {
            throw new Undelivered(answer.status() >= 500 ? Failure.BUSY : Failure.DECLINED);
        }
    }

    private String body(String text) {
        try {
            return json.writeValueAsString(Map.of("msgtype", "text", "text", Map.of("content", text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // Both say 200 to everything and what they mean in "errcode".
    private boolean isTaken(RobotCall.Answer answer) {
        if (answer.status() / 100 != 2) {
            return false;
        }
        try {
            JsonNode said = json.readTree(answer.body());
            return said == null || said.path("errcode").asInt(0) == 0;
        } catch (JsonProcessingException plain) {
            return true;
        }
    }
}
