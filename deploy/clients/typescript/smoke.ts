// One case over the running suite by the generated TypeScript clients, each check a line: `ok` or
// `FAIL`. Addresses and token come from the environment, as `deploy/up` gives them.
import {
    CaseSource,
    CaseStatus,
    CasesApi,
    CodeListsApi,
    CommitteesApi,
    Configuration,
    DisputeType,
    MediationCaseItemFromJSON,
    PartyKind,
    PartyRole,
    ProblemFromJSON,
    ResponseError,
} from '../target/typescript/mediation';
import {
    Configuration as ReportingConfiguration,
    FiguresApi,
    FigureStatus,
} from '../target/typescript/reporting';

let failed = false;

function check(what: string, expected: unknown, actual: unknown): void {
    const same = expected === actual;
    failed ||= !same;
    console.log(
        same
            ? `ok    TypeScript client, ${what}: ${actual}`
            : `FAIL  TypeScript client, ${what}: expected ${expected}, got ${actual}`,
    );
}

function environment(name: string): string {
    const value = process.env[name];
    if (value === undefined) {
        throw new Error(`${name} is not set`);
    }
    return value;
}

const access = {
    accessToken: environment('TOKEN_VILLAGE'),
    headers: { 'Accept-Language': 'en' },
};
const mediation = new Configuration({ ...access, basePath: environment('MEDIATION_URL') });
const reporting = new ReportingConfiguration({ ...access, basePath: environment('REPORTING_URL') });
const key = (): string => `typescript-${crypto.randomUUID()}`;

function readsWhatALaterServiceAnswers(): void {
    const later = MediationCaseItemFromJSON({ version: 3, status: 'PAUSED', weather: { rain: true } });
    check('a status that is not known', 'PAUSED', later.status);
    check('beside it', 3, later.version);
}

async function followsOneCase(): Promise<void> {
    const cases = new CasesApi(mediation);
    const committees = await new CommitteesApi(mediation).listCommittees({ limit: 1 });
    const committeeId = committees.items![0].id!;
    const registration = {
        idempotencyKey: key(),
        newCase: {
            committeeId,
            source: CaseSource.ON_APPLICATION,
            disputeType: DisputeType.NEIGHBOURHOOD,
            personsInvolved: 2,
            summary: '院墙滴水',
            parties: [
                { role: PartyRole.APPLICANT, kind: PartyKind.PERSON, name: '赵太普' },
                { role: PartyRole.RESPONDENT, kind: PartyKind.PERSON, name: '钱太普' },
            ],
        },
    };
    const registered = await cases.registerCaseRaw(registration);
    const { id } = await registered.value();
    check('registered', 201, registered.raw.status);
    check('a repeat gives the same case', id, (await cases.registerCase(registration)).id);

    const read = await cases.getCase({ id: id! });
    check('read back', CaseStatus.REGISTERED, read.status);
    check('its type', DisputeType.NEIGHBOURHOOD, read.disputeType);

    let found = false;
    let cursor: string | undefined;
    do {
        const page = await cases.listCases({ status: CaseStatus.REGISTERED, limit: 200, cursor });
        found ||= page.items!.some((it) => it.id === id);
        cursor = page.next;
    } while (cursor !== undefined);
    check('listed', true, found);

    const ifMatch = registered.raw.headers.get('ETag')!;
    const step = () => cases.acceptCase({ id: id!, ifMatch, idempotencyKey: key(), acceptance: {} });
    check('accepted', CaseStatus.ACCEPTED, (await step()).status);
    const refused = await step().catch((it: unknown) => it);
    check('a version that is stale', true, refused instanceof ResponseError);
    const { response } = refused as ResponseError;
    check('its status', 412, response.status);
    check('its problem', 'STALE_VERSION', ProblemFromJSON(await response.json()).code);
}

async function readsCodesAndFigures(): Promise<void> {
    const list = await new CodeListsApi(mediation).getCodeList({ name: 'dispute-types' });
    check('a code list has a version', true, list.version! > 0);
    const { figures } = await new FiguresApi(reporting).listFigures({
        indicator: 'M-01',
        division: '410423106201',
        period: '2024',
    });
    check('a figure', FigureStatus.OK, figures![0].status);
}

async function main(): Promise<void> {
    readsWhatALaterServiceAnswers();
    await followsOneCase();
    await readsCodesAndFigures();
    process.exitCode = failed ? 1 : 0;
}

void main();
