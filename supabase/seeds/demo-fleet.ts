import { demoId } from './demo-id.ts';
import { alpina, lago } from './demo-people.ts';

export interface DemoCategory {
  readonly code: string;
  readonly name: string;
  readonly deposit: number;
  readonly deductible: number;
  readonly minimumAge: number;
  readonly minimumLicenceYears: number;
  /** Gross day prices in Rappen from 1, 7 and 28 days. */
  readonly dayPrices: readonly [number, number, number];
  readonly extraKilometrePrice: number;
}

export const demoCategories: readonly DemoCategory[] = [
  category('A', 'Kleinwagen', 30_000, 150_000, 18, 0, [5_900, 4_900, 3_900], 30),
  category('B', 'Kompaktklasse', 50_000, 200_000, 20, 1, [7_900, 6_500, 5_200], 35),
  category('C', 'Kombi', 50_000, 200_000, 21, 2, [9_500, 7_900, 6_400], 40),
  category('D', 'SUV 4×4', 100_000, 300_000, 23, 3, [12_900, 10_900, 8_900], 50),
  category('E', 'Elektro', 80_000, 250_000, 21, 2, [9_900, 8_500, 6_900], 25),
  category('T', 'Transporter', 80_000, 300_000, 21, 2, [11_900, 9_900, 7_900], 45),
];

function category(
  code: string,
  name: string,
  deposit: number,
  deductible: number,
  minimumAge: number,
  minimumLicenceYears: number,
  dayPrices: readonly [number, number, number],
  extraKilometrePrice: number,
): DemoCategory {
  return { code, name, deposit, deductible, minimumAge, minimumLicenceYears, dayPrices, extraKilometrePrice };
}

export interface DemoVehicle {
  readonly id: string;
  readonly branch_id: string;
  readonly category: string;
  readonly vin: string;
  readonly plate: string;
  readonly make: string;
  readonly model: string;
  readonly colour: string;
  readonly energy: string;
  readonly status: string;
  readonly odometer_km: number;
  readonly fuel_eighths: number;
  readonly parking_place: string;
}

// plate, category, make, model, colour, energy, kilometres, maker's code in the VIN, status
const alpinaList = `
ZH 218401;A;Fiat;500;Weiss;petrol;18420;ZFA3120000J;active
ZH 218402;A;Toyota;Aygo X;Rot;petrol;9310;JTDKGNEC10N;active
ZH 218403;A;Renault;Clio;Blau;hybrid;22875;VF1RJA00X6H;active
ZH 218404;A;Hyundai;i10;Grau;petrol;14050;NLHB251ABM2;active
ZH 218405;B;VW;Golf;Silber;petrol;31240;WVWZZZCDZMW;active
ZH 218406;B;VW;Golf Variant;Schwarz;diesel;44890;WVWZZZCDZNW;active
ZH 218407;B;Seat;León;Weiss;petrol;27310;VSSZZZKLZMR;active
ZH 218408;B;Opel;Astra;Grau;petrol;12760;W0VBD8EL0P8;active
ZH 218409;C;Škoda;Octavia Combi;Grün;diesel;52110;TMBJJ7NX0MY;active
ZH 218410;C;Škoda;Superb Combi;Schwarz;diesel;38440;TMBJJ9NP0N7;active
ZH 218411;C;VW;Passat Variant;Blau;diesel;61230;WVWZZZ3CZLE;active
ZH 218412;D;Škoda;Kodiaq 4×4;Weiss;diesel;29980;TMBLN9NS0M8;active
ZH 218413;D;BMW;X1 xDrive;Schwarz;petrol;17650;WBA21EE0505;active
ZH 218414;D;Volvo;XC60 AWD;Grau;hybrid;40320;YV1UZH5TDM1;active
ZH 218415;E;Tesla;Model 3;Weiss;electric;35110;LRW3E7EK0NC;active
ZH 218416;E;VW;ID.3;Blau;electric;21470;WVWZZZE1ZMP;active
ZH 218417;E;Hyundai;Kona Electric;Grau;electric;15890;KMHK381GFMU;active
ZH 218418;T;Mercedes-Benz;Vito;Weiss;diesel;58760;W1V44770313;active
ZH 218419;T;Ford;Transit Custom;Weiss;diesel;73150;WF0YXXTTGYM;workshop
GR 104201;A;Suzuki;Ignis 4×4;Orange;hybrid;16240;TSMMHG21S00;active
GR 104202;A;Fiat;Panda 4×4;Grün;petrol;23590;ZFA3120000K;active
GR 104203;B;VW;Golf 4Motion;Grau;diesel;36700;WVWZZZCDZPW;active
GR 104204;B;Toyota;Corolla;Silber;hybrid;19840;SB1Z93BE00E;active
GR 104205;C;Subaru;Outback AWD;Blau;petrol;47210;JF1BS9LC2MG;active
GR 104206;C;Škoda;Octavia Combi 4×4;Weiss;diesel;33080;TMBLJ9NX0NY;active
GR 104207;D;VW;Tiguan 4Motion;Schwarz;diesel;28350;WVGZZZ5NZNW;active
GR 104208;D;Subaru;Forester AWD;Grün;hybrid;24900;JF1SK7LC5MG;active
GR 104209;D;Toyota;RAV4 AWD;Rot;hybrid;12330;JTMW53FV50D;active
GR 104210;E;Škoda;Enyaq 80x;Grau;electric;18760;TMBJJ7NY0NF;active
GR 104211;T;VW;Transporter 4Motion;Weiss;diesel;66420;WV1ZZZ7HZMH;active
`;

const lagoList = `
TI 301501;A;Fiat;500;Rosso;petrol;11200;ZFA3120000L;active
TI 301502;A;Lancia;Ypsilon;Blu;petrol;20410;ZLA3120000M;active
TI 301503;B;Alfa Romeo;Giulietta;Rosso;diesel;48350;ZAR94000007;active
TI 301504;C;Peugeot;308 SW;Grigio;diesel;30560;VF3LCYHYPMS;active
TI 301505;D;Jeep;Compass 4×4;Nero;petrol;26880;ZACNJDB10MP;active
TI 301506;E;Fiat;500e;Bianco;electric;8740;ZFAEFAB40MX;active
`;

export const alpinaVehicles = parse(alpinaList, (plate) =>
  plate.startsWith('ZH') ? alpina.branches.zurich : alpina.branches.chur,
);
export const lagoVehicles = parse(lagoList, () => lago.branches.lugano);

function parse(list: string, branchOf: (plate: string) => string): readonly DemoVehicle[] {
  return list
    .trim()
    .split('\n')
    .map((line, index) => {
      const [
        plate = '',
        code = '',
        make = '',
        model = '',
        colour = '',
        energy = '',
        km = '',
        vin = '',
        status = '',
      ] = line.split(';');
      return {
        id: demoId(`vehicle/${plate}`),
        branch_id: branchOf(plate),
        category: code,
        vin: `${vin}${String(123_457 + index * 1_013).padStart(6, '0')}`.slice(0, 17),
        plate,
        make,
        model,
        colour,
        energy,
        status,
        odometer_km: Number(km),
        fuel_eighths: 8,
        parking_place: `P${(index % 24) + 1}`,
      };
    });
}
