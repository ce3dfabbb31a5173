package org.fengqiao.kit.web;

import java.util.List;

/** Code lists that a service contributes together, beside beans of {@link CodeList}. */
public interface CodeLists {

    List<CodeList> lists();
}
