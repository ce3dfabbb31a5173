package org.fengqiao.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of processes, user and system, as Linux counts it (proc(5)). */
final class Cpu {
    private static final double TICKS_PER_SECOND = 100; // USER_HZ, fixed in Linux's interface

    /** Places of the fields of /proc/pid/stat behind the command's name. */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private Cpu() {}

    static double seconds(long pid) throws IOException {
        return own(stat(Path.of("/proc", Long.toString(pid))));
    }

    /** A postmaster, its living children, and those that have ended since it started. */
    static double secondsOfServer(long postmaster) throws IOException {
        String[] stat = stat(Path.of("/proc", Long.toString(postmaster)));
        double seconds =
                own(stat)
                        + (Long.parseLong(stat[ENDED_CHILDREN_USER])
                                        + Long.parseLong(stat[ENDED_CHILDREN_SYSTEM]))
                                / TICKS_PER_SECOND;
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                seconds += ofChild(process, Long.toString(postmaster));
            }
        }
        return seconds;
    }

    private static double ofChild(Path process, String parent) {
        try {
            String[] stat = stat(process);
            return stat[PARENT].equals(parent) ? own(stat) : 0;
        } catch (IOException e) {
            return 0; // ended meanwhile: the parent has its time now
        }
    }

    private static double own(String[] stat) {
        return (Long.parseLong(stat[USER]) + Long.parseLong(stat[SYSTEM])) / TICKS_PER_SECOND;
    }

    private static String[] stat(Path process) throws IOException {
        String line = Files.readString(process.resolve("stat"));
        return line.substring(line.lastIndexOf(')') + 2).strip().split(" ");
    }
}
