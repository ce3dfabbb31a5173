package org.fengqiao.legal.decisions;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Leadership meetings. */
@Path("v1/leadership-meetings")
@Tag(name = "leadership-meetings", description = "班子会议 Leadership meetings")
public class LeadershipMeetingResource extends RegisterResource<LeadershipMeeting> {

    LeadershipMeetingResource(LeadershipMeetings register) {
        super(register);
    }
}
