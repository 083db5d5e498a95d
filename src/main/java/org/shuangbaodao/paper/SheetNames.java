package org.shuangbaodao.paper;

import java.util.Map;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;

/**
 * What things and people of a sheet are called.
 *
 * @param activity null for personal service
 * @param organizer of the activity, the community otherwise
 */
record SheetNames(Organization community, String activity, String organizer, Map<Long, Member> people) {

    String person(Long id) {
        return id == null || !people.containsKey(id) ? null : people.get(id).name;
    }
}
