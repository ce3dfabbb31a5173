package org.fengqiao.legal.study;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Study sessions. */
@Path("v1/study-sessions")
@Tag(name = "study-sessions", description = "学法 Study sessions")
public class StudySessionResource extends RegisterResource<StudySession> {

    StudySessionResource(StudySessions register) {
        super(register);
    }
}
