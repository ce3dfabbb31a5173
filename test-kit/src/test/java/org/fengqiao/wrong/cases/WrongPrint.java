package org.fengqiao.wrong.cases;

/** Breaks nothingIsPrinted. */
class WrongPrint {
    void print(String name) {
        System.out.println(name);
    }
}
