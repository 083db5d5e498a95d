package org.shuangbaodao.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.CommunityImport;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.organization.Organizations.Foundation;
import org.shuangbaodao.support.Given;

/**
 * The sample with id numbers of its own, right or wrong as they were: the database of the tests outlives a run, and nobody of
 * an earlier one may be met again.
 */
record SampleRoster(String text) {

    private static final Pattern ID_NUMBER = Pattern.compile("999999(\\d{11}[\\dX])");

    static SampleRoster fresh() {
        String area = freshArea();
        return new SampleRoster(
                ID_NUMBER.matcher(resource("/demo/roster-sample.csv")).replaceAll(found -> moved(found.group(), area)));
    }

    /** A number nobody has, right in itself. */
    static String idNumber(String birthDate) {
        String body = freshArea() + birthDate + "%03d".formatted(ThreadLocalRandom.current().nextInt(1000));
        return "0123456789X".chars().mapToObj(check -> body + (char) check).filter(IdNumbers::checks).findFirst().orElseThrow();
    }

    private static String freshArea() {
        return "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static String moved(String number, String area) {
        String body = area + number.substring(6, 17);
        boolean right = IdNumbers.checks(number);
        return "0123456789X".chars().mapToObj(check -> body + (char) check).filter(each -> IdNumbers.checks(each) == right)
                .findFirst().orElseThrow();
    }

    /** The communities and the branches the sample speaks of. */
    void found(Organizations organizations, CommunityImport communities, Organization committee) {
        communities.divisions(reader("/demo/communities-chongqing.csv"), Given.LONG_AGO, null);
        Set<String> names = new LinkedHashSet<>();
        Matcher branch = Pattern.compile("[^,\\s]+党支部").matcher(text);
        while (branch.find()) {
            names.add(branch.group());
        }
        names.remove("所在党支部");
        names.forEach(name -> organizations.found(new Foundation("t" + Ids.text(Ids.next()), OrganizationKind.BRANCH, name,
                committee.code, null, false, Given.LONG_AGO), null));
    }

    static Reader reader(String resource) {
        return new InputStreamReader(SampleRoster.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream in = SampleRoster.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
