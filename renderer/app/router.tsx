import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { CheckIn } from '../check-in/CheckIn.tsx';
import { NewCheckIn } from '../check-in/NewCheckIn.tsx';
import { BankScreen } from '../bank/BankScreen.tsx';
import { CashDesk } from '../cash/CashDesk.tsx';
import { CheckOut } from '../check-out/CheckOut.tsx';
import { NewCheckOut } from '../check-out/NewCheckOut.tsx';
import { draftStart } from '../check-out/new-draft.ts';
import { ContractChange } from '../contract-change/ContractChange.tsx';
import { NewContractChange } from '../contract-change/NewContractChange.tsx';
import { ContractScreen } from '../contracts/ContractScreen.tsx';
import { EditCustomer, NewCustomer, customerEdit, customerStart } from '../customers/CustomerEditor.tsx';
import { Customers } from '../customers/Customers.tsx';
import { CustomerScreen } from '../customers/CustomerScreen.tsx';
import { MergeScreen } from '../customers/MergeScreen.tsx';
import { deskSearch } from '../desk/desk-search.ts';
import { Desk } from '../desk/Desk.tsx';
import { EditVehicle } from '../fleet/EditVehicle.tsx';
import { Fleet } from '../fleet/Fleet.tsx';
import { NewVehicle } from '../fleet/NewVehicle.tsx';
import { VehicleScreen } from '../fleet/VehicleScreen.tsx';
import { Import } from '../imports/Import.tsx';
import { Reports } from '../reports/Reports.tsx';
import { Settings } from '../settings/Settings.tsx';
import { settingsSearch } from '../settings/settings-parts.ts';
import { NewReservation } from '../reservations/NewReservation.tsx';
import { reservationStart } from '../reservations/new-draft.ts';
import { Plan } from '../reservations/plan/Plan.tsx';
import { Reservation } from '../reservations/Reservation.tsx';
import { FineList } from '../fines/FineList.tsx';
import { FineScreen } from '../fines/FineScreen.tsx';
import { fineSearch } from '../fines/fine-search.ts';
import { NewFine } from '../fines/NewFine.tsx';
import { FreeInvoice } from '../invoices/FreeInvoice.tsx';
import { InvoiceList } from '../invoices/InvoiceList.tsx';
import { InvoiceScreen } from '../invoices/InvoiceScreen.tsx';
import { Inbox } from '../sync-inbox/Inbox.tsx';
import { customerSearch } from '../customers/customer-search.ts';
import { fleetSearch } from '../fleet/fleet-search.ts';
import { reportSearch } from '../reports/report-search.ts';
import { planSearch } from '../reservations/plan/plan-search.ts';
import { plainSearch } from './lists/list-search.ts';
import { cashSearch } from '../cash/cash-search.ts';
import { invoiceSearch } from '../invoices/invoice-search.ts';
import { ScreenError } from './ScreenError.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({ component: Shell });

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: Desk, validateSearch: deskSearch }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-out/new',
    component: NewCheckOut,
    validateSearch: (search) => draftStart.parse(search),
  }),
  createRoute({ getParentRoute: () => root, path: '/check-out/$draftId', component: CheckOut }),
  createRoute({ getParentRoute: () => root, path: '/check-in/new/$contractId', component: NewCheckIn }),
  createRoute({ getParentRoute: () => root, path: '/check-in/$draftId', component: CheckIn }),
  createRoute({ getParentRoute: () => root, path: '/contracts/$contractId', component: ContractScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/contracts/$contractId/change',
    component: NewContractChange,
  }),
  createRoute({ getParentRoute: () => root, path: '/changes/$draftId', component: ContractChange }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers',
    component: Customers,
    validateSearch: customerSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers/new',
    component: NewCustomer,
    validateSearch: (search) => customerStart.parse(search),
  }),
  createRoute({ getParentRoute: () => root, path: '/customers/$customerId', component: CustomerScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers/$customerId/edit',
    component: EditCustomer,
    validateSearch: (search) => customerEdit.parse(search),
  }),
  createRoute({ getParentRoute: () => root, path: '/customers/merge/$conflictId', component: MergeScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/fleet',
    component: Fleet,
    validateSearch: fleetSearch,
  }),
  createRoute({ getParentRoute: () => root, path: '/fleet/new', component: NewVehicle }),
  createRoute({ getParentRoute: () => root, path: '/fleet/$vehicleId', component: VehicleScreen }),
  createRoute({ getParentRoute: () => root, path: '/fleet/$vehicleId/edit', component: EditVehicle }),
  createRoute({ getParentRoute: () => root, path: '/imports/$what', component: Import }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    component: Reports,
    validateSearch: reportSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reservations/new',
    component: NewReservation,
    validateSearch: (search) => reservationStart.parse(search),
  }),
  createRoute({ getParentRoute: () => root, path: '/reservations/$draftId', component: Reservation }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan',
    component: Plan,
    validateSearch: planSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fines',
    component: FineList,
    validateSearch: fineSearch,
  }),
  createRoute({ getParentRoute: () => root, path: '/fines/new', component: NewFine }),
  createRoute({ getParentRoute: () => root, path: '/fines/$fineId', component: FineScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/bank',
    component: BankScreen,
    validateSearch: plainSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cash',
    component: CashDesk,
    validateSearch: cashSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invoices',
    component: InvoiceList,
    validateSearch: invoiceSearch,
  }),
  createRoute({ getParentRoute: () => root, path: '/invoices/new', component: FreeInvoice }),
  createRoute({ getParentRoute: () => root, path: '/invoices/$invoiceId', component: InvoiceScreen }),
  createRoute({ getParentRoute: () => root, path: '/inbox', component: Inbox }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: Settings,
    validateSearch: settingsSearch,
  }),
]);

/** The places of the window. The window has no address bar, so the history is its own and starts at the desk. */
export function createPlaces() {
  return createRouter({
    routeTree: routes,
    history: createMemoryHistory({ initialEntries: ['/'] }),
    defaultErrorComponent: ScreenError,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPlaces>;
  }
}
