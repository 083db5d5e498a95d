package org.shuangbaodao.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.database.PrivateFiles;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Appointments;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.OrganizationProblem;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.organization.Organizations.Foundation;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;

/**
 * An empty installation has nobody who could let anybody in. It makes two administrators, because one alone may do nothing,
 * and leaves their codes where only the operator looks: a password in the log or in the configuration would stay there.
 */
@ApplicationScoped
class FirstAdministrators {

    private static final String ROOT_CODE = "ROOT";
    private static final String ROOT_NAME = "本级党委";
    private static final List<String> NAMES = List.of("系统管理员一", "系统管理员二");

    private final EntityManager database;
    private final Organizations organizations;
    private final Appointments appointments;
    private final Invitations invitations;
    private final BusinessTime time;
    private final Path file;
    private final boolean demo;

    FirstAdministrators(EntityManager database, Organizations organizations, Appointments appointments,
            Invitations invitations, BusinessTime time,
            @ConfigProperty(name = "app.first-administrators-file") String file,
            @ConfigProperty(name = "app.demo", defaultValue = "false") boolean demo) {
        this.database = database;
        this.organizations = organizations;
        this.appointments = appointments;
        this.invitations = invitations;
        this.time = time;
        this.file = Path.of(file).toAbsolutePath().normalize();
        this.demo = demo;
    }

    void start(@Observes StartupEvent event) {
        if (demo) {
            return;
        }
        try {
            QuarkusTransaction.joiningExisting().run(this::createWhereNone);
        } catch (Problem | ConstraintViolationException e) {
            boolean elsewhere = e instanceof ConstraintViolationException
                    || ((Problem) e).type() == OrganizationProblem.CODE_TAKEN;
            if (!elsewhere) {
                throw e;
            }
            // The code of the root is unique: of two replicas that start together, one creates and the other comes here.
            Log.info("The first administrators are being created by another replica");
        }
    }

    private void createWhereNone() {
        if (Appointment.count("office", Office.ADMINISTRATOR) > 0) {
            return;
        }
        Organization root = organizations.found(new Foundation(ROOT_CODE, OrganizationKind.COMMITTEE, ROOT_NAME, null, null,
                false, time.today()), null);
        database.flush();
        List<Invitations.Issued> codes = NAMES.stream().map(name -> administrator(name, root)).toList();
        // Before the commit: codes that were never written down could not be asked for again.
        PrivateFiles.write(file, text(codes));
        Log.infof("The codes for the first two administrators are in '%s'; they are good until %s. Use them at /activate"
                + " and delete the file", file, BusinessTime.dateOf(codes.get(0).expiresAt()));
    }

    private Invitations.Issued administrator(String name, Organization root) {
        Member member = new Member(MemberCategory.STAFF, name, time.now());
        member.persist();
        appointments.install(member.id, root.id, Office.ADMINISTRATOR);
        return invitations.issue(member.id, null);
    }

    private static String text(List<Invitations.Issued> codes) {
        Stream<String> lines = Stream.concat(Stream.of("# One code for each of two people, to be used at /activate"),
                codes.stream().map(Invitations.Issued::code));
        return String.join("\n", lines.toList()) + "\n";
    }
}
