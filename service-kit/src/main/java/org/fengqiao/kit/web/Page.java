package org.fengqiao.kit.web;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items at most 200
 * @param next cursor of the next page; absent on the last one
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }
}
