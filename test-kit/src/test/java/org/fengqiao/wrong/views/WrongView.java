package org.fengqiao.wrong.views;

import org.fengqiao.wrong.cases.WrongEntity;

record WrongView(WrongEntity entity) {}
