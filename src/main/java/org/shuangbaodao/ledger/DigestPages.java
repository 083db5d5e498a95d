package org.shuangbaodao.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What anybody may see of the books: where each branch's chain ends, and whether the database guards it. */
@Path("/ledger/digest")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class DigestPages {

    private final LedgerProof proof;
    private final Organizations organizations;

    DigestPages(LedgerProof proof, Organizations organizations) {
        this.proof = proof;
        this.organizations = organizations;
    }

    @GET
    public TemplateInstance digest() {
        List<LedgerProof.BranchHead> heads = proof.heads();
        Map<Long, Organization> branches = organizations.byIds(heads.stream().map(LedgerProof.BranchHead::branchId).toList());
        return Templates.digest(new DigestView(proof.isProtected(), heads.stream()
                .map(head -> new HeadView(branches.get(head.branchId()).code, branches.get(head.branchId()).name, head.hash()))
                .sorted(Comparator.comparing(HeadView::code)).toList()));
    }

    record DigestView(boolean isProtected, List<HeadView> heads) {
    }

    record HeadView(String code, String name, String hash) {
    }

    @CheckedTemplate(basePath = "ledger")
    static class Templates {

        static native TemplateInstance digest(DigestView view);
    }
}
