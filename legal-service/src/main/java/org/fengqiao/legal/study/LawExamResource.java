package org.fengqiao.legal.study;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Exams in law. */
@Path("v1/law-exams")
@Tag(name = "law-exams", description = "学法考试 Exams in law")
public class LawExamResource extends RegisterResource<LawExam> {

    LawExamResource(LawExams register) {
        super(register);
    }
}
